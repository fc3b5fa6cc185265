import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One import: what it names, where that is in the project (nothing for a package), and whether only types come. */
export interface Import {
  specifier: string
  path: string | undefined
  typesOnly: boolean
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string
  text: string
  /** The text without comments and without what stands between quotes. */
  code: string
  imports: Import[]
}

const root = join(import.meta.dirname, '../..')

const TOKEN =
  /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:!&|?\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g

/** Leaves the line breaks, so that what is left stands where it stood. */
const blank = (text: string) => text.replace(/[^\n]/g, ' ')

const IMPORT = /(?:\b(import|export)\s+(type\s+)?[^'"`;]*?\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\3/g

function importsOf(path: string, text: string): Import[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, blank)
  return [...withoutComments.matchAll(IMPORT)].map(([, , types, , specifier = '']) => ({
    specifier,
    typesOnly: types !== undefined,
    path: specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/')
        : undefined,
  }))
}

/** Every file of the project that git knows or would add, and that is still there. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return [...new Set(listed.split('\n'))].filter(path => path !== '' && existsSync(join(root, path)))
}

/** Every file with code in it. */
export function sourceFiles(): SourceFile[] {
  return projectFiles()
    .filter(path => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(path))
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, code: text.replace(TOKEN, blank), imports: importsOf(path, text) }
    })
}
