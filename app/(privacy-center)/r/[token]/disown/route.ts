import { backToLink, button } from '../press-button'

export const POST = button('disown')
export const GET = backToLink
