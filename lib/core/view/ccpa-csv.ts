import { csvCell } from '../account/csv-cell'
import type { CcpaReport, CcpaRow } from './ccpa-report'

const columns: Readonly<Record<string, (row: CcpaRow) => string | number | null>> = {
  right: row => row.kind,
  received: row => row.received,
  complied_in_whole: row => row.whole,
  complied_in_part: row => row.part,
  denied: row => row.denied,
  denied_not_verifiable: row => row.deniedBecause.notVerifiable,
  denied_not_a_consumer: row => row.deniedBecause.notAConsumer,
  denied_exempt: row => row.deniedBecause.exempt,
  denied_other: row => row.deniedBecause.other,
  without_answer: row => row.withoutAnswer,
  median_days: row => row.medianDays,
  mean_days: row => row.meanDays,
}

/** The yearly figures of the California regulations as the text of a CSV file, one line a place and right. */
export function ccpaCsv({ jurisdictions }: Pick<CcpaReport, 'jurisdictions'>): string {
  const lines = jurisdictions.flatMap(({ jurisdiction, rows }) =>
    rows.map(row => [jurisdiction, ...Object.values(columns).map(value => String(value(row) ?? ''))]),
  )
  const header = ['jurisdiction', ...Object.keys(columns)]
  return [header, ...lines].map(line => `${line.map(csvCell).join(',')}\r\n`).join('')
}
