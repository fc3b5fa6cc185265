import { type ProblemReason, problems } from '../problems'
import { problemGroups, problemPages } from './index'

const made = '<!-- Written by `npm run habeas -- machine` from lib/core/api/problem-pages. Don’t edit it. -->'

const list = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n')

/** The page of a reason in docs/problems, as Markdown. */
export function problemText(reason: ProblemReason): string {
  const { status, title } = problems[reason]
  const { means, why, next, see = [] } = problemPages[reason]
  const parts = [
    made,
    `# \`${reason}\``,
    `${status} · *${title}*`,
    means,
    `## Why it happens\n\n${list(why)}`,
    `## What to do\n\n${list(next)}`,
    `See also: ${[...see.map(other => `[\`${other}\`](${other}.md)`), '[all reasons](README.md)'].join(', ')}.`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** The index of docs/problems, as Markdown. */
export function problemIndexText(): string {
  const groups = problemGroups.map(({ title, reasons }) => {
    const rows = reasons.map(
      reason =>
        `| [\`${reason}\`](${reason}.md) | ${problems[reason].status} | ${problemPages[reason].means} |`,
    )
    return `## ${title}\n\n| reason | status | what it means |\n|---|---|---|\n${rows.join('\n')}`
  })
  const lead =
    'Every error of the [HTTP API](../api.md) names a `reason`, which programs act on, and in `type` the address of a page about it: `/problems/{reason}` of your own Habeas, the same as the pages here.'
  return `${[made, '# Problems', lead, ...groups].join('\n\n')}\n`
}
