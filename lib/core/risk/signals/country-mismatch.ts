import { finding, type Signal } from './signal'

/** The request names another country than the account. People do move, so this alone never makes a rating. */
export const countryMismatch: Signal = {
  key: 'country-mismatch',
  title: 'Country',
  usual: { points: 15 },
  find({ country }, { requestCountry }, setting) {
    const [ours, theirs] = [country?.trim().toUpperCase(), requestCountry?.trim().toUpperCase()]
    if (!ours || !theirs || ours === theirs) return null
    return finding(setting.points, `The request says ${theirs}, the account says ${ours}.`)
  },
}
