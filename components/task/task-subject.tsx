import { CopyButton } from '@/components/ui/copy-button'
import { accountAddresses } from '@/lib/core/derived/account-addresses'
import type { PrivacyRequest } from '@/lib/core/request/request'

type Subject = Pick<
  PrivacyRequest,
  | 'state'
  | 'accountEmails'
  | 'email'
  | 'username'
  | 'forumUsername'
  | 'forumProfile'
  | 'whatIsWrong'
  | 'whatIsRight'
  | 'details'
>

/**
 * Whose data a task is about: what to search for and delete by, each with a button that copies it; and what the person wrote,
 * which can be all that says what to correct or to stop.
 */
export function TaskSubject({ request }: { request: Subject }) {
  const addresses = accountAddresses(request)
  const username = request.username ?? request.forumUsername
  const values = [
    ...addresses.map(value => ({ label: 'Address', value })),
    ...(username ? [{ label: 'Username', value: username }] : []),
    ...(request.forumProfile ? [{ label: 'Forum profile', value: request.forumProfile }] : []),
  ]
  const said = [
    { label: 'What is wrong', value: request.whatIsWrong },
    { label: 'What is right', value: request.whatIsRight },
    { label: 'In their words', value: request.details },
  ]
  if (values.length === 0 && said.every(({ value }) => !value)) return null
  return (
    <div className="mt-3 rounded-md bg-sunken px-3 py-2">
      <h4 className="mb-1 font-semibold">Whose data it is</h4>
      <ul className="flex flex-col gap-1">
        {values.map(({ label, value }) => (
          <li key={`${label} ${value}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 break-all">
              <span className="text-ink-soft">{label}: </span>
              <bdi className="font-medium">{value}</bdi>
            </span>
            <CopyButton text={value}>
              Copy<span className="sr-only"> {value}</span>
            </CopyButton>
          </li>
        ))}
      </ul>
      {said.map(
        ({ label, value }) =>
          value && (
            <p key={label} className="mt-2 max-w-measure break-words whitespace-pre-line">
              <span className="text-ink-soft">{label}: </span>
              <bdi>{value}</bdi>
            </p>
          ),
      )}
    </div>
  )
}
