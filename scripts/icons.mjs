import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `node scripts/icons.mjs`: draws components/ui/icon-paths.ts from Lucide. A new icon is a name in this list. */
const names = [
  'check',
  'circle-check',
  'circle-alert',
  'triangle-alert',
  'circle-x',
  'circle',
  'circle-dot',
  'circle-dashed',
  'clock',
  'hourglass',
  'pause',
  'ban',
  'info',
  'x',
  'arrow-right',
  'arrow-left',
  'arrow-up-right',
  'chevron-right',
  'chevron-left',
  'chevron-down',
  'search',
  'mail',
  'inbox',
  'list-checks',
  'message-circle-question-mark',
  'messages-square',
  'mailbox',
  'chart-column',
  'chart-line',
  'filter',
  'footprints',
  'file-text',
  'scroll-text',
  'settings',
  'log-out',
  'log-in',
  'fingerprint',
  'user-round',
  'monitor',
  'user',
  'users',
  'trash-2',
  'eye-off',
  'shield-check',
  'shield-alert',
  'lock',
  'download',
  'upload',
  'paperclip',
  'plus',
  'pencil',
  'history',
  'link',
  'key-round',
  'megaphone',
  'refresh-cw',
  'sticky-note',
  'send',
  'keyboard',
  'database',
  'copy',
  'server',
]

const require = createRequire(import.meta.url)

const number = '-?(?:\\d+\\.?\\d*|\\.\\d+)'
const relativeStart = new RegExp(`^m\\s*(${number})[\\s,]*(${number})\\s*(?=([-.\\d])?)`)

/** @param {string} text @returns {(name: string) => number} */
const attributesOf = text => name => Number(text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? 0)

/** @param {number} cx @param {number} cy @param {number} rx @param {number} ry */
const ellipse = (cx, cy, rx, ry) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} r */
function rectangle(x, y, width, height, r) {
  /** @param {number} dx @param {number} dy */
  const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  const [across, down] = [width - 2 * r, height - 2 * r]
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
}

/**
 * One shape of a drawing as a path that begins at a place of its own.
 * @type {Record<string, (text: string) => string>}
 */
const shapes = {
  // Behind another path, a relative start would count from that one's end; numbers behind it are lines.
  path: text =>
    (text.match(/\bd="([^"]*)"/)?.[1] ?? '').replace(
      relativeStart,
      (_, x, y, more) => `M${x} ${y}${more ? 'l' : ''}`,
    ),
  circle: text => {
    const at = attributesOf(text)
    return ellipse(at('cx'), at('cy'), at('r'), at('r'))
  },
  ellipse: text => {
    const at = attributesOf(text)
    return ellipse(at('cx'), at('cy'), at('rx'), at('ry'))
  },
  rect: text => {
    const at = attributesOf(text)
    return rectangle(at('x'), at('y'), at('width'), at('height'), at('rx'))
  },
}

/**
 * A drawing as one path.
 * @param {string} body its shapes as SVG, in a group or alone
 * @returns {string}
 * @throws where it has a shape that isn't known here
 */
export function pathOf(body) {
  const found = [...body.matchAll(/<(?!g\b)(\w+)\s([^>]*?)\/?>/g)]
  return found
    .map(([, tag = '', text = '']) => {
      const shape = shapes[tag]
      if (!shape) throw new Error(`an icon has a shape that can't be drawn: ${tag}`)
      return shape(text)
    })
    .join('')
}

/**
 * Every icon of the list by its name.
 * @returns {Record<string, string>}
 * @throws where Lucide has no such icon
 */
export function drawIcons() {
  const file = require.resolve('@iconify-json/lucide/icons.json')
  /** @type {{ icons: Record<string, { body: string }>, aliases: Record<string, { parent: string }> }} */
  const { icons, aliases } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(
    names.map(name => {
      const icon = icons[name] ?? icons[aliases[name]?.parent ?? '']
      if (!icon) throw new Error(`Lucide has no icon ${name}`)
      return [name, pathOf(icon.body)]
    }),
  )
}

function write() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const target = join(root, 'components', 'ui', 'icon-paths.ts')
  const entries = Object.entries(drawIcons()).map(([name, path]) => `  '${name}': '${path}',\n`)
  writeFileSync(
    target,
    `/**
 * Outlines on a 24 × 24 grid, drawn with a stroke: Lucide (ISC licence), written by scripts/icons.mjs. Data rather than
 * Lucide's components, which are client components: the public pages ship none of our scripts.
 */
export const iconPaths = {\n${entries.join('')}} as const\n\nexport type IconName = keyof typeof iconPaths\n`,
  )
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  spawnSync(process.execPath, [biome, 'format', '--write', target], { stdio: 'inherit' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write()
