import { backToLink, button } from '../press-button'

export const POST = button('confirm')
export const GET = backToLink
