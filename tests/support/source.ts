import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One import: what it names, where that is in the project (nothing for a package), and whether only types come. */
export interface Import {
  specifier: string
  path: string | undefined
  typesOnly: boolean
  /** Counted from 1, where the specifier is. */
  line: number
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string
  text: string
  /** The text without comments and without quoted text. */
  code: string
  imports: Import[]
}

const root = join(import.meta.dirname, '../..')

const TOKEN =
  /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:!&|?\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g

/** Leaves the line breaks, so that the rest keeps its position. */
const blank = (text: string) => text.replace(/[^\n]/g, ' ')

const IMPORT = /(?:\b(import|export)\s+(type\s+)?[^'"`;]*?\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\3/g

function importsOf(path: string, text: string): Import[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, blank)
  return [...withoutComments.matchAll(IMPORT)].map(
    ({ 0: statement, 2: types, 4: specifier = '', index }) => ({
      specifier,
      typesOnly: types !== undefined,
      line: withoutComments.slice(0, index + statement.length).split('\n').length,
      path: specifier.startsWith('@/')
        ? specifier.slice(2)
        : specifier.startsWith('.')
          ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/')
          : undefined,
    }),
  )
}

/** Made by tools, not by us; .gitignore names them, too. */
const MADE = [
  'node_modules',
  '.git',
  '.next',
  '.build',
  '.data',
  'generated',
  'dist',
  'test-results',
  'playwright-report',
]

/** Every file of the project, with or without git. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => !MADE.includes(entry.name) && entry.name !== 'next-env.d.ts')
    .flatMap(entry => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? projectFiles(path) : [path]
    })
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
