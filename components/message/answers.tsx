import { CommandForm, type CommandTarget } from '@/components/request/form/command-form'
import { Panel } from '@/components/request/panels/panel'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { AccountFacts } from '@/lib/core/account/checks'
import { dayInWords, parseDay } from '@/lib/core/deadlines/days'
import { countryName } from '@/lib/core/request/countries'
import type { Verification } from '@/lib/core/request/verification'

interface AnswersProps {
  on: CommandTarget
  verification: Verification
  account: AccountFacts | null
  mayJudge: boolean
  /** Why this person may not pass them now. */
  notPassable: string | undefined
  now: Date
  timeZone: string
}

const isFact = (key: string, account: AccountFacts): key is keyof AccountFacts => Object.hasOwn(account, key)

function known(fact: string, account: AccountFacts | null): string {
  const value = account && isFact(fact, account) ? account[fact] : null
  if (value === null) return 'Not known'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (fact === 'country') return countryName(String(value))
  return fact.endsWith('On') ? dayInWords(parseDay(String(value))) : String(value)
}

/** Each answer beside what the checks know; one judgement for all of them. Wrong answers are never told to the requester. */
export function Answers({ on, verification, account, mayJudge, notPassable, now, timeZone }: AnswersProps) {
  const { questions, answers, answeredAt, result, level } = verification
  return (
    <Panel
      id="answers"
      title="Verification questions"
      aside={
        answeredAt ? (
          <>
            Answered <DateText at={answeredAt} now={now} timeZone={timeZone} />
          </>
        ) : (
          'Not answered yet'
        )
      }
    >
      <Table
        caption={`Questions of level ${level}`}
        head={
          <>
            <Th>Question</Th>
            <Th>Answer</Th>
            <Th>What the checks know</Th>
          </>
        }
      >
        {questions.map(question => (
          <Tr key={question.key}>
            <Td sentences className="max-w-64">
              {question.text}
            </Td>
            <Td sentences className="max-w-64 break-words whitespace-pre-line">
              {answers?.[question.key] ? (
                <bdi>{answers[question.key]}</bdi>
              ) : (
                <span className="text-ink-faint">{answers ? 'No answer' : '–'}</span>
              )}
            </Td>
            <Td sentences className="max-w-48 font-medium">
              <bdi>{known(question.fact, account)}</bdi>
            </Td>
          </Tr>
        ))}
      </Table>
      {result ? (
        <p className="mt-2 font-medium">{result === 'passed' ? 'Passed.' : 'Failed.'}</p>
      ) : (
        mayJudge && (
          <div className="mt-3 flex flex-wrap items-start gap-2">
            {!notPassable ? (
              <CommandForm on={on} command="pass-verification" form="judge-pass">
                <Confirm
                  label="Pass verification"
                  icon="shield-check"
                  sentence="The answers count as right for good, and the request continues."
                >
                  <Button tone="primary">Pass verification</Button>
                </Confirm>
              </CommandForm>
            ) : (
              <Button unavailableBecause={notPassable}>Pass verification</Button>
            )}
            <DeskButtonLink href={`/requests/${on.reference}/messages?compose=failed-verification#composer`}>
              Fail verification
            </DeskButtonLink>
          </div>
        )
      )}
    </Panel>
  )
}
