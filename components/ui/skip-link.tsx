/** First thing on a page: jumps over the navigation to <main id="main">. Seen only with focus. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2 focus:font-semibold focus:text-accent focus:shadow-float"
    >
      Skip to main content
    </a>
  )
}
