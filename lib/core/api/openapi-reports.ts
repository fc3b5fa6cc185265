import type { JsonSchema } from '../advice/command-input'
import { abilities } from '../people/permissions'
import { ccpaQuery } from '../view/ccpa-report'
import { answers, operation, queryParameters, ref } from './openapi-operation'

/** Figures over all requests. */
export const reportPaths = (): JsonSchema => ({
  '/reports/ccpa': {
    get: operation({
      id: 'read-ccpa-report',
      summary:
        'What was asked in a calendar year, how it was answered and how fast (CCPA regulations § 7102)',
      roles: abilities['see-reports'],
      tag: 'Reports',
      parameters: queryParameters(ccpaQuery),
      answer: answers('The figures, for California and for everybody', ref('schemas/CcpaReport')),
    }),
  },
})
