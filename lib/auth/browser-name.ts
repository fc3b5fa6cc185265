import bowser from 'bowser'

/**
 * What a person calls their browser, such as “Firefox 140 on Linux”, for the list of their sessions.
 * @returns null where the browser doesn't say, or says nothing that we know
 */
export function browserName(userAgent: string | null): string | null {
  if (!userAgent) return null
  const { browser, os } = bowser.parse(userAgent.slice(0, 400))
  const version = browser.version?.split('.')[0]
  const words = [browser.name, version, os.name && `on ${os.name}`].filter(Boolean).join(' ')
  return browser.name ? words.slice(0, 80) : null
}
