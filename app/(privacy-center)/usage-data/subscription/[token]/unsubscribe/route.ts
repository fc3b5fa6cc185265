import { backToPage, button } from '../press'

export const POST = button('unsubscribe')
export const GET = backToPage
