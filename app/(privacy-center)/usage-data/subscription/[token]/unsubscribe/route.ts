import { backToPage, leaveButton } from '../press'

export const POST = leaveButton
export const GET = backToPage
