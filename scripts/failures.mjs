import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * What failed, by name and first lines, for the end of a run: a log is often cut to its end, and a failure told only
 * thousands of lines above it is a failure nobody can look into.
 */

const LINES = 10
const isOfLibrary = (/** @type {string} */ line) => /^ *at .*node_modules/.test(line)

/** @param {string} title @param {string | undefined} message @returns {string} */
function told(title, message) {
  const lines = stripVTControlCharacters(message ?? 'It says nothing more.')
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line && !isOfLibrary(line))
  const rest = lines.length - LINES
  return [title, ...lines.slice(0, LINES), ...(rest > 0 ? [`… ${rest} more lines above`] : [])].join(
    '\n      ',
  )
}

/**
 * @typedef {{fullName: string, status: string, failureMessages?: string[]}} VitestCase
 * @typedef {{testResults: {name: string, status: string, message?: string, assertionResults: VitestCase[]}[]}} VitestReport
 */

/**
 * @param {VitestReport} report what vitest's `json` reporter wrote
 * @param {string} root the folder that file names are told from
 * @returns {string[]} each failed test, and each file that failed before its first test
 */
export function failuresOfVitest(report, root) {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    if (status === 'failed' && assertionResults.length === 0) return [told(file, message)]
    return assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => told(`${file} › ${fullName}`, failureMessages?.[0]))
  })
}

/**
 * @typedef {{message?: string}} BrowserError
 * @typedef {{title: string, ok: boolean, tests: {results: {errors?: BrowserError[]}[]}[]}} BrowserSpec
 * @typedef {{title: string, specs?: BrowserSpec[], suites?: BrowserSuite[]}} BrowserSuite
 * @typedef {{suites: BrowserSuite[], errors: BrowserError[]}} BrowserReport
 */

/**
 * @param {BrowserSuite} suite @param {string[]} above the titles around it
 * @returns {string[]}
 */
function failuresOfSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title]
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors = [] }) => errors))
      return told([...path, title].join(' › '), errors[0]?.message)
    })
  return [...own, ...suites.flatMap(inner => failuresOfSuite(inner, path))]
}

/**
 * @param {BrowserReport} report what Playwright's `json` reporter wrote
 * @returns {string[]} each failed test, and each error outside of one
 */
export const failuresOfBrowser = ({ suites, errors }) => [
  ...suites.flatMap(suite => failuresOfSuite(suite, [])),
  ...errors.map(({ message }) => told('outside any test', message)),
]
