import { readFileSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { PAGE_POLICY_HEADER } from '@/lib/answer-headers'
import { browserPackages, freeLicences } from '@/lib/core/settings/browser-packages'
import { protocolFields } from '@/lib/usage-data/collecting/protocol-fields'
import { contexts } from '@/lib/usage-data/contexts'
import { policyWords } from '@/lib/usage-data/definitions/policy-labels'
import { events } from '@/lib/usage-data/events'
import { proxy } from '@/proxy'
import { type SourceFile, sourceFiles } from '../support/source'

/** What runs here; the client for programs runs in theirs. */
const files = sourceFiles().filter(({ path }) => !/^(tests|scripts|clients)\//.test(path))
const found = (among: readonly SourceFile[], pattern: RegExp, part: 'code' | 'text' = 'code') =>
  among.flatMap(file => [...file[part].matchAll(pattern)].map(([match]) => `${file.path}: ${match.trim()}`))

describe('nothing is sent to others', () => {
  test('one file hands anything over by HTTP, to the address in the settings', () => {
    expect(
      found(
        files,
        /\bfetch\(|\bhttps?\.(request|get)\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\(|\bEventSource\(/g,
      ),
    ).toEqual([
      // From the page's own address: a file that the browser saves.
      'components/task/download-form.tsx: fetch(',
    ])
    // How a call of ours is made, and who makes one.
    const callers = files.filter(file =>
      /import \{[^}]*\b(request|get)\b[^}]*\} from 'node:https?'/.test(file.text),
    )
    expect(callers.map(file => file.path).sort()).toEqual([
      'lib/systems/outbound.ts',
      // Itself, once, before anybody comes.
      'lib/web/first-visit.ts',
    ])
    expect(found(files, /\boutboundFetch\(/g).sort()).toEqual([
      'lib/systems/outbound.ts: outboundFetch(',
      'lib/systems/ping-receiver.ts: outboundFetch(',
      'lib/systems/webhook-receiver.ts: outboundFetch(',
      // Systems that an admin connected.
      'lib/systems/wire.ts: outboundFetch(',
    ])
    expect(found(files, /\bhandOver\(/g).sort()).toEqual([
      'lib/systems/ping-receiver.ts: handOver(',
      'lib/worker/jobs/send-ping.ts: handOver(',
    ])
  })
  test('no package calls anybody for analytics', () => {
    const manifest: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    )
    const callers =
      /analytics|telemetry|segment|mixpanel|amplitude|posthog|sentry|datadog|snowplow|matomo|plausible/
    expect(Object.keys(manifest.dependencies).filter(name => callers.test(name))).toEqual([])
    const imported = files.flatMap(file => file.imports.map(imported => imported.specifier))
    expect(
      imported.filter(name => callers.test(name) && !name.startsWith('@/') && !name.startsWith('.')),
    ).toEqual([])
  })
  test('no page, style or component loads anything from elsewhere', () => {
    const pages = files.filter(({ path }) => /^(app|components)\//.test(path))
    expect(
      found(pages, /\b(src|srcSet|poster|action|formAction|data)=["'{`]+(https?:)?\/\/[^"'`}]*/g, 'text'),
    ).toEqual([])
    expect(found(pages, /<(script|iframe|object|embed|Script|img|Image)\b/g)).toEqual([])
    const styles = readFileSync('app/globals.css', 'utf8')
    expect(styles.match(/url\(|@import "(?!tailwindcss")/g)).toBeNull()
    for (const file of files.filter(({ path }) => path.startsWith('app/')))
      expect(
        file.imports
          .map(imported => imported.specifier)
          .filter(name => /next\/font\/google|next\/script/.test(name)),
      ).toEqual([])
  })
  test('every page tells the browser to load from and send to this site only', () => {
    Object.assign(process.env, {
      DATABASE_URL: 'postgres://localhost/none',
      NEXTAUTH_SECRET: 'b4u1T0nYz7kQeXw2Rj8sLm5vGd3hFp9c',
      HABEAS_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7 + 3)).toString('base64'),
      APP_URL: 'https://privacy.test',
    })
    for (const path of ['/', '/usage-data', '/requests', '/usage-data/changes']) {
      const policy =
        proxy(new NextRequest(`https://privacy.test${path}`)).headers.get(PAGE_POLICY_HEADER) ?? ''
      const directives = new Map(
        policy.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)]),
      )
      // Connections, frames, workers and media fall back to it.
      expect(directives.get('default-src')).toEqual(["'self'"])
      expect(directives.get('form-action')).toEqual(["'self'"])
      const strange = [...directives.values()].flat().filter(directive => /:\/\/|\*|^https?:/.test(directive))
      expect(strange).toEqual([])
    }
  })
})

describe('only free programs run in browsers', () => {
  const licenceOf = (name: string): string =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).license
  test.each(browserPackages)('$name is $licence', ({ name, licence }) => {
    expect(licenceOf(name)).toBe(licence)
    expect(freeLicences).toContain(licence)
  })
  test('and no others than those that are listed', () => {
    const listed: readonly string[] = browserPackages.map(listed => listed.name)
    const byPath = new Map(files.map(file => [file.path.replace(/(\/index)?\.tsx?$/, ''), file]))
    const seen = new Set<string>()
    const packages = new Set<string>()
    // From every file that says it runs in a browser, through all its imports.
    const visit = (file: SourceFile | undefined) => {
      if (!file || seen.has(file.path)) return
      seen.add(file.path)
      for (const { specifier, path, typesOnly } of file.imports) {
        if (typesOnly) continue
        if (path !== undefined) visit(byPath.get(path.replace(/(\/index)?(\.tsx?)?$/, '')))
        else
          packages.add(
            specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/'),
          )
      }
    }
    const beginnings = files.filter(({ text }) => /^\s*'use client'/m.test(text))
    expect(beginnings.length).toBeGreaterThan(5)
    for (const file of beginnings) visit(file)
    expect(seen.size).toBeGreaterThan(beginnings.length)
    expect(packages).toContain('react')
    const served = [...packages].filter(name => !name.startsWith('node:') && name !== 'server-only')
    expect(served.filter(name => !listed.includes(name))).toEqual([])
  })
  test('ours is free, too', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).license).toBe('Apache-2.0')
  })
})

describe('what is said of each field', () => {
  const all = [
    protocolFields,
    ...events.map(event => event.additionalProperties),
    ...contexts.map(context => context.fields),
  ]
  test('has a reason and words for what happens', () => {
    for (const fields of all)
      for (const [name, policy] of Object.entries(fields)) {
        expect(policy.reason.length, name).toBeGreaterThan(8)
        expect(policyWords(policy), name).not.toBe('')
      }
  })
  test('every definition has a file, a description and an owner', () => {
    for (const event of events) {
      const file = `lib/usage-data/events/${event.action.replaceAll('_', '-')}.ts`
      expect(
        files.some(candidate => candidate.path === file),
        file,
      ).toBe(true)
      expect(event.description.length).toBeGreaterThan(20)
      expect(event.owner.length).toBeGreaterThan(2)
    }
  })
})
