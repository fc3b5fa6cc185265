import { csvCell } from '../../account/csv-cell'

/** A sheet to fill in by hand; always a blank one, so that nobody's data gets into somebody else's. */
export interface BlankSheet {
  name: string
  rows: readonly (readonly string[])[]
  /**
   * SHA-256 of the unchanged sheet, of every version that was ever given out, with each ending of lines and mark of bytes with
   * which programs save it. A changed sheet adds to them.
   */
  hashes: readonly string[]
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
  hashes: [
    '764fbe3b5821298c6794d0717d371b72d9b43f7c5a6b0fedf35ad2af781ede91',
    'b40a14ee7d16012725ad6b497ada08e0280b7b1d775121a32ce2a2b3d49550ad',
    'fee43b2687d271af7eefb96cb7f16e928d61d6aac7de761a5a5c3d8739ba6d44',
    'b667afe27bb49a3ee208183f29b1436a2104617066f235eb9f787cfe51c656ed',
  ],
}

/** As a CSV file, with the lines that spreadsheets expect. */
export const sheetText = ({ rows }: BlankSheet): string =>
  rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')
