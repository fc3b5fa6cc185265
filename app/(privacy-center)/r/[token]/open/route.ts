import { backToLink, button } from '../press-button'

export const POST = button('continue')
export const GET = backToLink
