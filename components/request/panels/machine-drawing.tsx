import type { Machine, Move } from '@/lib/core/diagram/machine'
import type { State } from '@/lib/core/request/request'
import { sentence, stateName } from '../labels/labels'
import { Panel } from './panel'

const [WIDTH, HEIGHT, GAP, TOP] = [120, 36, 56, 96] as const

/** The states in a row: forward moves above, reopening below. Each arrow's number is explained beneath it. */
export function MachineDrawing({ machine }: { machine: Machine }) {
  const { states, moves, type } = machine
  const width = states.length * (WIDTH + GAP) - GAP + 8
  const label = (state: State) => stateName(state, type.key)
  return (
    <Panel id="machine" title="States and what moves between them">
      <div className="mb-4 overflow-x-auto rounded-lg border border-line bg-surface p-4">
        <svg
          role="img"
          aria-label={`States: ${states.map(label).join(', ')}. The moves are listed below.`}
          viewBox={`0 0 ${width} ${TOP + HEIGHT + 88}`}
          className="h-56 w-full min-w-[44rem] text-ink"
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" fill="currentColor" />
            </marker>
          </defs>
          {moves.map((move, at) => (
            <Arrow key={`${move.from} ${move.to}`} move={move} states={states} number={at + 1} />
          ))}
          {states.map((state, at) => (
            <g key={state}>
              <rect
                x={at * (WIDTH + GAP) + 4}
                y={TOP}
                width={WIDTH}
                height={HEIGHT}
                rx="8"
                fill="var(--surface)"
                stroke="currentColor"
              />
              <text
                x={at * (WIDTH + GAP) + 4 + WIDTH / 2}
                y={TOP + HEIGHT / 2 + 4}
                textAnchor="middle"
                fontSize="12"
              >
                <tspan fill="currentColor">{label(state)}</tspan>
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ol className="flex flex-col gap-1.5">
        {moves.map((move, at) => (
          <li key={`${move.from} ${move.to}`} className="grid gap-x-4 sm:grid-cols-[15rem_minmax(0,1fr)]">
            <span className="font-medium">
              <span className="me-2 text-ink-soft tabular-nums">{at + 1}</span>
              {label(move.from)} → {label(move.to)}
            </span>
            <span>
              {move.commands.map(({ name }) => (
                <code key={name} className="me-2">
                  {name}
                </code>
              ))}
              {move.windows.map(({ reason, days }) => (
                <span key={reason} className="me-2 text-ink-soft">
                  silence: {sentence(reason).toLowerCase()}, {days} days
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Arrow({ move, states, number }: { move: Move; states: readonly State[]; number: number }) {
  const [from, to] = [states.indexOf(move.from), states.indexOf(move.to)]
  const centre = (at: number) => at * (WIDTH + GAP) + 4 + WIDTH / 2
  const steps = Math.abs(to - from)
  if (to - from === 1) {
    const y = TOP + HEIGHT / 2
    const [x1, x2] = [centre(from) + WIDTH / 2, centre(to) - WIDTH / 2]
    return (
      <g>
        <path d={`M${x1} ${y}L${x2} ${y}`} stroke="currentColor" fill="none" markerEnd="url(#arrow)" />
        <Mark x={(x1 + x2) / 2} y={y - 6} number={number} />
      </g>
    )
  }
  const back = to < from
  const y = back ? TOP + HEIGHT : TOP
  const bend = (back ? 1 : -1) * (14 + steps * 18)
  const [x1, x2] = [
    centre(from) + (back ? -8 : 8) * (steps - 2),
    centre(to) + (back ? 12 : -12) * (steps - 2),
  ]
  return (
    <g>
      <path
        d={`M${x1} ${y}C${x1} ${y + bend} ${x2} ${y + bend} ${x2} ${y}`}
        stroke="currentColor"
        fill="none"
        markerEnd="url(#arrow)"
      />
      <Mark x={(x1 + x2) / 2} y={y + bend * 0.75 + (back ? 14 : -4)} number={number} />
    </g>
  )
}

const Mark = ({ x, y, number }: { x: number; y: number; number: number }) => (
  <text x={x} y={y} textAnchor="middle" fontSize="11" fill="currentColor">
    {number}
  </text>
)
