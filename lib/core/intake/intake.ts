import { z } from 'zod'
import { undirected, visibleEdges } from '../account/invisible'
import { emailSchema, usernameSchema } from '../account/matching'
import { withoutTail } from '../account/tail'
import { requestTypeKeys, requestTypes } from '../handbook/request-types/index'
import { referenceFrom } from '../request/reference'
import { actings, relationships, subjectTypes } from '../request/request'
import { fieldsFor } from './fields-for'
import { countryField, emptyAsNone, regionField, wrongRegion } from './place-fields'

const text = (max: number) =>
  z
    .string()
    .overwrite(visibleEdges)
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)
    .refine(value => !/(?![\n\r\t])\p{Cc}|\p{Surrogate}/u.test(value), {
      message: 'Take out the characters that can’t be shown.',
    })
/** What is typed on one line; a break in it could end a line of a mail's head, a log or a sheet. */
const line = (max: number) =>
  text(max)
    .overwrite(undirected)
    .refine(value => !/[\n\r\t\u2028\u2029]/.test(value), { message: 'Write it on one line.' })
/** A link as it was pasted: without what can't be seen or is around it, and with `https://` where it names a host only. */
const linkFrom = (value: unknown) => {
  if (typeof value !== 'string') return value
  // A host is composed as it is read, which takes long over a run of marks: what is too long is no link.
  if (value.length > 1000) return value.slice(0, 1)
  const link = withoutTail(visibleEdges(value).replace(/^<(.*)>$/s, '$1'), sign => '.,;'.includes(sign))
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(link) ? `https://${link}` : link
}
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyAsNone, schema.optional())

/**
 * A new request as the form and `POST /api/v1/requests` send it. What a type needs beyond the address is checked against
 * the type's own fields, so that one schema serves every type.
 */
export const intakeSchema = z
  .strictObject({
    type: z.enum(requestTypeKeys, 'Choose what you want.'),
    subjectType: z.enum(subjectTypes).optional(),
    email: emailSchema,
    username: optional(usernameSchema),
    name: optional(line(200)),
    country: countryField,
    region: regionField,
    relationship: optional(z.enum(relationships, 'Choose how you are entitled to act.')),
    /** Who asks for somebody alive. */
    actingAs: optional(z.enum(actings, 'Choose how you act for them.')),
    forumProfile: optional(
      z.preprocess(
        linkFrom,
        z.url({ protocol: /^https?$/, error: 'Give the link to the profile.' }).max(500),
      ),
    ),
    forumUsername: optional(line(100)),
    whatIsWrong: optional(text(10_000)),
    whatIsRight: optional(text(10_000)),
    /** Keeps the opt-out that the browser signals (Global Privacy Control) for the address, once it is confirmed. */
    keepOptOut: z.preprocess(value => (value === 'yes' ? true : emptyAsNone(value)), z.boolean().optional()),
    timeZone: optional(line(60)),
    details: optional(text(10_000)),
    locale: optional(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language tag such as en.')),
    requesterEmail: optional(emailSchema),
    receivedAt: z.iso.datetime({ offset: true }).optional(),
    /** The reference of a closed request that isn't reopened, which this one is linked to; staff only. */
    follows: optional(
      z
        .string()
        .overwrite(referenceFrom)
        .regex(/^[\w-]{1,40}$/, 'Give the reference of the earlier request.'),
    ),
  })
  .superRefine((intake, context) => {
    if (intake.relationship === 'designated-account-manager')
      context.addIssue({ code: 'custom', path: ['relationship'], message: managerWords })
    const wrong = wrongRegion(intake)
    if (wrong) context.addIssue({ code: 'custom', path: ['region'], message: wrong })
    const type = requestTypes.get(intake.type)
    const acting = intake.actingAs ?? 'self'
    if (acting !== 'self' && !type?.mayBeActedFor)
      context.addIssue({ code: 'custom', path: ['actingAs'], message: notActedFor })
    const fields = type ? fieldsFor(type, acting) : []
    // Confirming a mailbox proves something about an account only where it is the account's.
    const asksForAnother = fields.some(field => field.key === 'requesterEmail')
    if (!asksForAnother && intake.requesterEmail && intake.requesterEmail !== intake.email)
      context.addIssue({
        code: 'custom',
        path: ['requesterEmail'],
        message: 'For this, the mail goes to the address that the request is about.',
      })
    for (const field of fields) {
      if (!field.required || intake[field.key] || (field.orIn && intake[field.orIn])) continue
      context.addIssue({
        code: 'custom',
        path: [field.key],
        message: requiredWords[field.key] ?? 'Fill this in.',
      })
    }
  })
export type IntakeInput = z.output<typeof intakeSchema>

const notActedFor = 'Nobody can ask for this in the name of somebody else who is alive.'

/** The authority of a Designated Account Manager ends at death. */
export const managerWords =
  'The authority of a Designated Account Manager ends when the person dies. An authorised agent or a Designated Account Successor can ask.'

const requiredWords: Readonly<Record<string, string>> = {
  email: 'Enter the email address of the account.',
  username: 'Enter the username of the account.',
  relationship: 'Choose how you are entitled to act.',
  country: 'Choose the country.',
  requesterEmail: 'Enter the email address of the person who acts.',
  forumProfile: 'Give the link to the forum profile.',
  forumUsername: 'Enter the username in the forum.',
  details: 'Say what you object to.',
  whatIsWrong: 'Say what is wrong.',
  whatIsRight: 'Say what is right.',
}
