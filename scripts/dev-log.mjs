import pretty from 'pino-pretty'

/**
 * Makes a process's log readable while developing: the same lines that production writes, hidden values
 * included, one sentence each. What isn't a line of the log passes as it is.
 * @param {number | import('node:stream').Writable} [destination] file descriptor or stream; standard output without it
 */
export const readableLog = (destination = 1) =>
  pretty({
    destination,
    sync: true,
    colorize: process.stdout.isTTY === true,
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  })
