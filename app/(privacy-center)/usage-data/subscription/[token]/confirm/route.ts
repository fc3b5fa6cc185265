import { backToPage, button } from '../press'

export const POST = button('confirm')
export const GET = backToPage
