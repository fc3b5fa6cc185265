import { describe, expect, it } from 'vitest'
import type { Law } from '@/lib/core/deadlines/law'
import { lawFor } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'

const lawOf = (id: string): Law => {
  const law = laws.find(law => law.id === id)
  if (!law) throw new Error(`no law ${id}`)
  return law
}

describe('the law of a request', () => {
  const law = (country: string | null, region: string | null = null, on = '2026-11-01') =>
    lawFor(laws, country, region, on, 'gdpr').id
  it('is the region’s own, else the country’s, else the shortest of the country’s laws, else the default', () => {
    expect(law('US', 'US-CA')).toBe('us_ca')
    expect(law('CA', 'CA-QC')).toBe('ca_qc')
    expect(law('CA', 'CA-ON')).toBe('ca_pipeda')
    expect(law('DE', 'DE-BE')).toBe('gdpr')
    expect(law('US', 'US-WY')).toBe('shortest-us')
    expect(law('US')).toBe('shortest-us')
    expect(law('CA')).toBe('shortest-ca')
    expect(law(null)).toBe('gdpr')
    expect(lawFor(laws, 'AQ', null, '2026-11-01', 'us_ca').id).toBe('us_ca')
    expect(lawFor(laws, 'AQ', null, '2026-11-01', 'shortest').id).toBe('shortest')
  })
  it('covers the EU with Åland and France overseas, Iceland, Liechtenstein and Norway with Svalbard', () => {
    expect(lawOf('gdpr').regions).toHaveLength(44)
    for (const country of ['IS', 'LI', 'NO', 'IE', 'HR']) expect(law(country)).toBe('gdpr')
  })
  it('no region has two of', () => {
    const regions = laws.flatMap(law => law.regions)
    expect(regions.toSorted()).toEqual([...new Set(regions)].toSorted())
  })
  it.each([
    [
      'gdpr',
      'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO AX BL GF GP MF MQ NC PF PM RE TF WF YT SJ',
    ],
    ['uk_gdpr', 'GB'],
    ['ch_fadp', 'CH'],
    ['us_ca', 'US-CA'],
    ['us_va', 'US-VA'],
    ['us_co', 'US-CO'],
    ['us_ct', 'US-CT'],
    ['us_tx', 'US-TX'],
    ['us_or', 'US-OR'],
    ['us_mt', 'US-MT'],
    ['us_ut', 'US-UT'],
    ['us_ia', 'US-IA'],
    ['us_fl', 'US-FL'],
    ['us_mn', 'US-MN'],
    ['us_nj', 'US-NJ'],
    ['us_md', 'US-MD'],
    ['us_std', 'US-NE US-TN US-IN US-KY'],
    ['us_de', 'US-DE'],
    ['us_nh', 'US-NH'],
    ['us_wa', 'US-WA'],
    ['us_nv', 'US-NV'],
    ['us_ri', 'US-RI'],
    ['us_ok', 'US-OK'],
    ['us_al', 'US-AL'],
    ['br_lgpd', 'BR'],
    ['ca_pipeda', 'CA'],
    ['ca_qc', 'CA-QC'],
    ['jp_appi', 'JP'],
    ['sg_pdpa', 'SG'],
    ['th_pdpa', 'TH'],
    ['kr_pipa', 'KR'],
    ['cn_pipl', 'CN'],
    ['in_dpdp', 'IN'],
    ['za_popia', 'ZA'],
    ['au_app', 'AU CC CX HM NF'],
    ['bm_pipa', 'BM'],
    ['ky_dpa', 'KY'],
    ['nz_pa', 'NZ'],
    ['tr_kvkk', 'TR'],
    ['ar_pdp', 'AR'],
    ['ca_bc', 'CA-BC'],
    ['ca_ab', 'CA-AB'],
    ['je_dpl', 'JE'],
    ['gg_dpl', 'GG'],
    ['im_gdpr', 'IM'],
    ['gi_gdpr', 'GI'],
    ['ru_152', 'RU'],
    ['tw_pdpa', 'TW'],
    ['hk_pdpo', 'HK'],
    ['my_pdpa', 'MY'],
    ['id_pdp', 'ID'],
    ['ke_dpa', 'KE'],
    ['eg_pdp', 'EG'],
    ['sa_pdpl', 'SA'],
    ['ge_pdp', 'GE'],
    ['mx_pdp', 'MX'],
    ['cl_pdp', 'CL'],
    ['co_pdp', 'CO'],
    ['uy_pdp', 'UY'],
  ])('%s holds in %s, and nowhere else', (id, regions) => {
    expect(lawOf(id).regions.toSorted()).toEqual(regions.split(' ').sort())
    for (const code of regions.split(' ')) expect(law(code.slice(0, 2), code, '2027-06-01')).toBe(id)
  })
  it.each([
    ['US', 'US-OK', '2026-12-31', '2027-01-01', 'us_ok', 'shortest-us'],
    ['US', 'US-AL', '2027-04-30', '2027-05-01', 'us_al', 'shortest-us'],
    ['CL', null, '2026-11-30', '2026-12-01', 'cl_pdp', 'gdpr'],
    ['IN', null, '2027-05-12', '2027-05-13', 'in_dpdp', 'gdpr'],
    ['GB', null, '2026-02-04', '2026-02-05', 'uk_gdpr', 'gdpr'],
  ])('of %s %s isn’t in force on %s, but on %s', (country, region, before, from, id, until) => {
    expect(law(country, region, before)).toBe(until)
    expect(law(country, region, from)).toBe(id)
  })
  it('that has ended is followed by the next one in force there, else the country’s, else the default', () => {
    const ended = { ...lawOf('us_va'), effectiveTo: '2027-06-30' }
    const on = (day: string, ...more: Law[]) =>
      lawFor([lawOf('gdpr'), ended, ...more], 'US', 'US-VA', day, 'gdpr').id
    expect(on('2027-06-30')).toBe('us_va')
    expect(on('2027-07-01')).toBe('gdpr')
    const next = { ...lawOf('us_va'), id: 'us_va_2', effectiveFrom: '2027-07-01' }
    expect([on('2027-06-30', next), on('2027-07-01', next)]).toEqual(['us_va', 'us_va_2'])
    const federal = { ...lawOf('us_ia'), id: 'us', regions: ['US'] }
    expect([on('2027-06-30', federal), on('2027-07-01', federal)]).toEqual(['us_va', 'us'])
  })
})
