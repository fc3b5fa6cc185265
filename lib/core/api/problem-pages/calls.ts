import type { PagesOf } from './page'

/** What can be wrong with a call itself, and with who makes it. */
export const callProblems = {
  unauthenticated: {
    means: 'The call came without a token that is alive, so nothing else about it was looked at.',
    why: [
      'The header `Authorization: Bearer hbs_…` is missing or misspelt, or a proxy took it away.',
      'The token was revoked, has ended (after a year, or the days it was made for), or its owner was shut out. One that an admin made on the settings page opens nothing until a second person has applied it.',
    ],
    next: [
      'Look at the header that really arrives. A token is one line, without quotes or spaces.',
      'Look the token up on *Settings → Tokens*. Make a new one with `npm run habeas -- token create` if it has ended; an ended token doesn’t come back.',
    ],
    see: ['no-longer-allowed', 'not-allowed'],
  },
  'not-allowed': {
    means: 'The token, or the person signed in, is known; their role may not make this call.',
    why: [
      'Each call has its roles, listed as `x-roles` in the OpenAPI document. A command on a task is for the task’s team, and for Privacy.',
      'Some acts depend on the request: only Privacy refuses one, reopens one that ended as `security-denied` or `no-authority`, and sends the messages that are Privacy’s.',
      'What only the person or the system does, such as confirming, is nobody else’s.',
    ],
    next: [
      'Read who may: the `title` of the problem names them where they are known.',
      'Use a token of that role, ask somebody who has it, or ask Privacy with `escalate`.',
    ],
    see: ['no-longer-allowed', 'not-found'],
  },
  'no-longer-allowed': {
    means: 'You might when the call arrived, and may not any more. Nothing was changed.',
    why: [
      'While the call waited for its turn, the token was revoked or ended, the person was shut out or signed out, or their role changed. Who acts is looked at again in the transaction of the act itself.',
    ],
    next: [
      'Ask an admin whether the change was meant. If it was, the call is somebody else’s to make.',
      'With a new token the same call can be sent again; it has had no effect.',
    ],
    see: ['unauthenticated', 'not-allowed'],
  },
  'confirm-again': {
    means: 'This change is made only within ten minutes of a proof of who you are, and yours is older.',
    why: [
      'Somebody who finds a browser left open must not change settings, people, tokens or templates on it.',
    ],
    next: [
      'Confirm with your password, passkey or single sign-on when the page asks, and send the form again: what was typed is still there.',
      'Programs don’t meet this: a token proves itself with each call.',
    ],
    see: ['not-allowed', 'four-eyes'],
  },
  'not-found': {
    means: 'There is nothing at this address, or nothing that your role may see. Both look alike on purpose.',
    why: [
      'The reference or id is mistyped, or the command’s name in the address doesn’t exist.',
      'Teams other than Support and Privacy see only requests with a task of theirs. Nobody learns by asking whether another request exists.',
      'A file was removed, has had its time, or belongs to Privacy alone, as proofs of identity do.',
    ],
    next: [
      'Compare the reference with the one you were given, such as `PR-4T7K-XM2B`, and the path with the OpenAPI document.',
      'If it is right, ask for it with a token whose role sees it.',
    ],
    see: ['no-such-task', 'not-allowed'],
  },
  conflict: {
    means: 'The request or entry is no longer as you saw it, so nothing was done.',
    why: [
      'You sent the `version` that you read, and something has changed since: a colleague, the person, or the system acted.',
      'An off-channel entry has opened its one request already; its reference is in `detail`.',
    ],
    next: [
      'Read the request again and decide anew: the act may be done, or wrong by now.',
      'Send it with the new `version`. Don’t leave the version out just to get through; that is how colleagues’ work is overwritten.',
    ],
    see: ['illegal-state', 'key-used'],
  },
  'key-used': {
    means: 'This `Idempotency-Key` belongs to another call of the same token.',
    why: [
      'A key names one act: one command on one request, or one new request. Used again for the same act it gets the first answer; for another it would hide that act, so it is refused.',
    ],
    next: [
      'Make a new key for each act, such as a random UUID, and keep it only for repetitions of that act.',
      'If you meant to repeat the earlier call, send it to the same address.',
    ],
    see: ['conflict'],
  },
  'invalid-input': {
    means: 'Something in what you sent is missing, misspelt or of another shape. Nothing was done.',
    why: [
      '`fields` names each field with what is wrong with it; `detail` names the one that it is about. A field that nobody knows is refused, too, so that a misspelt one is never ignored.',
      'Days have to make sense: nothing is received in the future, and nothing is put off by more than ten years.',
      'The header `Idempotency-Key` takes 1 to 100 visible ASCII characters.',
    ],
    next: [
      'Put right what `fields` names, and send it again; the same `Idempotency-Key` may be kept.',
      'Hold the body against the operation’s schema in the OpenAPI document, or against `nextSteps[].input` of the request.',
    ],
    see: ['contradiction', 'malformed-body'],
  },
  'illegal-state': {
    means: 'The act exists and you may do it, but not on this request as it is now.',
    why: [
      'Each command starts from certain states, listed as `x-from` in the OpenAPI document. Before the person has confirmed their mailbox there is little to do, and a closed request is only reopened, appealed or annotated.',
      'Or the act doesn’t fit the type: an embargo ends exports alone, and self-service instructions belong to them.',
      'Once a request’s content has been erased, nothing more can be done with it.',
    ],
    next: [
      'Read the request: `state` and `nextSteps` say what can be done now.',
      'A closed request: `reopen` where that is allowed, else open a new one with `follows`.',
    ],
    see: ['not-reopenable', 'conflict', 'not-destructive-yet'],
  },
  'malformed-body': {
    means: 'The body can’t be read, so nobody knows what was meant.',
    why: [
      'It isn’t valid JSON in UTF-8, isn’t an object, or is nested deeper than 20 brackets; `detail` says which.',
      'It holds what can’t be part of any text, such as a NUL, half of a character, or a link of thousands of characters.',
      'An upload whose parts don’t end where they say was broken off on the way.',
    ],
    next: [
      'Let a library write the JSON or the form; don’t join text by hand.',
      'For an upload, send one file as `multipart/form-data`, and let the library set the boundary.',
    ],
    see: ['unsupported-media-type', 'invalid-input'],
  },
  'body-too-large': {
    means: 'The body is larger than any call of this kind needs. None of it was kept.',
    why: [
      'A JSON body has at most 128 KiB. The longest message that can be sent fits many times over.',
      'The form around an upload has at most 40 fields, and 256 KiB of text in each.',
    ],
    next: [
      'Send long papers as a file: `POST /api/v1/requests/{reference}/files`.',
      'Look for a field that your program fills again and again.',
    ],
    see: ['file-too-large'],
  },
  'unsupported-media-type': {
    means: 'The call takes a body of another kind than the one that was named.',
    why: [
      'Calls take `Content-Type: application/json`; addresses that end in `/files` take `multipart/form-data` with its boundary.',
    ],
    next: [
      'Set the header to what the operation’s `requestBody` in the OpenAPI document names.',
      'With a form, let the library set the header itself: written by hand it lacks the boundary.',
    ],
    see: ['malformed-body', 'file-type'],
  },
  'method-not-allowed': {
    means: 'The address exists, but not with this method.',
    why: [
      'Reading is `GET`, and acting is `POST` to a command. No request is changed in place: each change is a command with a name, so that the audit log can say what was done.',
    ],
    next: [
      'Look the address up in the OpenAPI document.',
      'To change something, find the command that does it, such as `POST …/commands/retype` for the type.',
    ],
    see: ['not-found'],
  },
  'too-many-requests': {
    means: 'One token made more calls than it may in this time. This one did nothing.',
    why: [
      'A token may make 600 calls a minute, so that one program that runs wild leaves room for people and for other programs.',
    ],
    next: [
      'Wait for as many seconds as `Retry-After` says, then send the same call again with the same `Idempotency-Key`.',
      'Read lists with a larger `limit`, up to 100, and have webhooks tell you in place of asking again and again.',
    ],
    see: ['unavailable', 'too-many-files'],
  },
  unexpected: {
    means: 'Something went wrong that nobody foresaw. It is our fault, not yours.',
    why: ['A bug, or trouble around the server that has no name of its own.'],
    next: [
      'Try once more with the same `Idempotency-Key`: if the first call did have its effect, you get its answer.',
      'If it comes again, give the operator the number in `instance`. The log has the rest under it.',
    ],
    see: ['unavailable'],
  },
  unavailable: {
    means: 'Something that the product needs is busy or away. Nothing was done, and it usually passes soon.',
    why: [
      'The database is restarting, locked or out of connections. `/api/health/ready` names in `detail` what is missing.',
    ],
    next: [
      'Wait for as many seconds as `Retry-After` says, then repeat the call with the same `Idempotency-Key`.',
      'If it lasts, the operator runs `npm run habeas -- doctor`.',
    ],
    see: ['no-room', 'too-many-requests'],
  },
  'no-room': {
    means: 'There is no room to store what you sent. Nothing of it was kept; what was there before is safe.',
    why: ['A disk of the database or of the file storage is full.'],
    next: [
      'Tell the operator: a full disk doesn’t empty itself.',
      'Repeat the call after `Retry-After`, with the same `Idempotency-Key`.',
    ],
    see: ['unavailable'],
  },
} as const satisfies PagesOf
