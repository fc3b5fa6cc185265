import type { ProblemReason } from '../problems'
import { accountProblems } from './account'
import { answerProblems } from './answers'
import { callProblems } from './calls'
import { deadlineProblems } from './deadlines'
import { fileProblems } from './files'
import { orderProblems } from './order'
import type { ProblemPage } from './page'
import { requestProblems } from './request'
import { systemProblems } from './systems'
import { taskProblems } from './tasks'

/** A page for every reason that an answer can name: the one source of `/problems/{reason}` and of docs/problems. */
export const problemPages: Readonly<Record<ProblemReason, ProblemPage>> = {
  ...callProblems,
  ...requestProblems,
  ...orderProblems,
  ...answerProblems,
  ...accountProblems,
  ...taskProblems,
  ...systemProblems,
  ...fileProblems,
  ...deadlineProblems,
}

/** A reason with its page. */
export const isProblemReason = (text: string): text is ProblemReason => Object.hasOwn(problemPages, text)

/** The reasons by what they are about, in the order in which a reader meets them. */
export const problemGroups: readonly { title: string; reasons: readonly ProblemReason[] }[] = [
  { title: 'Calls, and who makes them', pages: callProblems },
  { title: 'The request itself', pages: requestProblems },
  { title: 'What comes before the work', pages: orderProblems },
  { title: 'Questions and answers', pages: answerProblems },
  { title: 'The account', pages: accountProblems },
  { title: 'Tasks', pages: taskProblems },
  { title: 'Connected systems', pages: systemProblems },
  { title: 'Files', pages: fileProblems },
  { title: 'Deadlines and appeals', pages: deadlineProblems },
].map(({ title, pages }) => ({ title, reasons: Object.keys(pages).filter(isProblemReason) }))
