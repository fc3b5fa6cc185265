import type { SourceFile } from './source'

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

/**
 * Circles of imports among the files, each as a path that ends where it began; at least one if there is any.
 * To end one, name the shared type below both files, or look it up from above.
 */
export function importCircles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const targetsOf = (file: SourceFile) =>
    file.imports.flatMap(({ path }) => {
      const found = ENDINGS.map(ending => byPath.get(`${path}${ending}`)).find(Boolean)
      return found && found !== file ? [found] : []
    })
  const finished = new Set<SourceFile>()
  const trail: SourceFile[] = []
  const circles: string[] = []
  const visit = (file: SourceFile): void => {
    if (finished.has(file)) return
    const began = trail.indexOf(file)
    if (began >= 0) {
      circles.push([...trail.slice(began), file].map(({ path }) => path).join(' → '))
      return
    }
    trail.push(file)
    targetsOf(file).forEach(visit)
    trail.pop()
    finished.add(file)
  }
  files.forEach(visit)
  return circles
}
