import { csvCell } from '../../account/csv-cell'

/** A sheet to fill in by hand; always a blank one, so that nobody's data gets into somebody else's. */
export interface BlankSheet {
  name: string
  rows: readonly (readonly string[])[]
}

const portal = [
  'Customer name',
  'Customer email addresses',
  'Company',
  'Billing address',
  'Subscriptions',
  'Purchases and invoices',
  'Linked GitLab account',
]
const zendesk = [
  'User name',
  'User email addresses',
  'Phone',
  'Organisation',
  'Tickets requested (numbers, dates, subjects)',
  'Tickets on which the person is copied',
  'Attachments',
]

/** What the Customers Portal and Zendesk hold about one person. */
export const cdotZendeskSheet: BlankSheet = {
  name: 'cdot-zendesk.csv',
  rows: [
    ['System', 'What', 'Held'],
    ...portal.map(what => ['Customers Portal', what, '']),
    ...zendesk.map(what => ['Zendesk', what, '']),
  ],
}

/** As a CSV file, with the lines that spreadsheets expect. */
export const sheetText = ({ rows }: BlankSheet): string =>
  rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')
