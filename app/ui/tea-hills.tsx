import { useId } from 'react'

/** Tea hills, the estate, and a round table with a covered bowl: the picture behind a page's head. */
export function TeaHills() {
  const id = useId()
  const near = `${id}near`
  const nearest = `${id}nearest`
  return (
    <svg
      className="art"
      viewBox="0 0 1440 460"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <defs>
        <clipPath id={near}>
          <path d="M660 460C740 360 830 282 930 272S1190 330 1440 226V460Z" />
        </clipPath>
        <clipPath id={nearest}>
          <path d="M600 460C700 424 780 384 880 374S1160 400 1440 330V460Z" />
        </clipPath>
      </defs>
      <circle cx="1180" cy="128" r="62" fill="var(--amber-1)" opacity=".9" />
      <path
        d="M740 460C800 330 900 240 1020 216S1210 250 1300 206 1400 150 1440 140V460Z"
        fill="color-mix(in srgb,var(--tea-1) 65%,var(--surface))"
      />
      <g transform="translate(106 14)">
        <g fill="color-mix(in srgb,var(--tea-3) 60%,var(--surface))">
          <rect x="842" y="196" width="34" height="92" />
          <rect x="882" y="220" width="44" height="66" />
          <rect x="932" y="206" width="28" height="80" />
        </g>
        <g fill="var(--amber-1)">
          <rect x="849" y="208" width="6" height="7" />
          <rect x="862" y="208" width="6" height="7" />
          <rect x="849" y="226" width="6" height="7" />
          <rect x="862" y="244" width="6" height="7" />
          <rect x="890" y="232" width="6" height="7" />
          <rect x="906" y="232" width="6" height="7" />
          <rect x="890" y="250" width="6" height="7" />
          <rect x="939" y="218" width="6" height="7" />
          <rect x="948" y="236" width="6" height="7" />
        </g>
      </g>
      <path
        d="M660 460C740 360 830 282 930 272S1190 330 1440 226V460Z"
        fill="color-mix(in srgb,var(--tea-2) 72%,var(--surface))"
      />
      <g
        clipPath={`url(#${near})`}
        fill="none"
        stroke="var(--surface)"
        strokeWidth="2"
        opacity=".75"
      >
        <path d="M660 478C740 378 830 300 930 290S1190 348 1440 244" />
        <path d="M660 498C740 398 830 320 930 310S1190 368 1440 264" />
        <path d="M660 520C740 420 830 342 930 332S1190 390 1440 286" />
        <path d="M660 544C740 444 830 366 930 356S1190 414 1440 310" />
      </g>
      <path
        d="M600 460C700 424 780 384 880 374S1160 400 1440 330V460Z"
        fill="color-mix(in srgb,var(--tea-3) 80%,var(--surface))"
      />
      <g
        clipPath={`url(#${nearest})`}
        fill="none"
        stroke="var(--tea-1)"
        strokeWidth="2"
        opacity=".7"
      >
        <path d="M600 476C700 440 780 400 880 390S1160 416 1440 346" />
        <path d="M600 494C700 458 780 418 880 408S1160 434 1440 364" />
        <path d="M600 514C700 478 780 438 880 428S1160 454 1440 384" />
        <path d="M600 536C700 500 780 460 880 450S1160 476 1440 406" />
      </g>

      <g transform="translate(1062 268)">
        <ellipse cx="128" cy="176" rx="196" ry="15" fill="var(--tea-7)" opacity=".22" />
        <g fill="var(--amber-7)">
          <path d="M-40 118h58v8h-58z" />
          <path d="M-35 126h8l-4 48h-6zM9 126h-8l4 48h6z" />
          <path d="M238 118h58v8h-58z" />
          <path d="M243 126h8l-4 48h-6zM287 126h-8l4 48h6z" />
        </g>
        <path d="M112 72h32l10 98h-52z" fill="var(--amber-8)" />
        <path d="M82 170h92v7H82z" fill="var(--amber-9)" />
        <path d="M8 58h240c0 14-8 20-22 20H30C16 78 8 72 8 58z" fill="var(--amber-7)" />
        <ellipse cx="128" cy="57" rx="120" ry="13" fill="var(--amber-6)" />
        <g>
          <path d="M98 22h60l-8 27a10 10 0 0 1-9 7h-26a10 10 0 0 1-9-7z" fill="#FFFDF6" />
          <path
            d="M104 40h48l-3 9a10 10 0 0 1-8 7h-26a10 10 0 0 1-8-7z"
            fill="var(--tea-2)"
            opacity=".7"
          />
          <path d="M101 21c4-11 14-15 27-15s23 4 27 15z" fill="#FFFDF6" />
          <circle cx="128" cy="4" r="4.500" fill="var(--tea-7)" />
          <path d="M96 21h64" stroke="var(--tea-7)" strokeWidth="2.500" strokeLinecap="round" />
        </g>
        <g fill="#FFFDF6">
          <path d="M48 40h28l-4 14a5 5 0 0 1-5 3h-10a5 5 0 0 1-5-3z" />
          <path d="M182 40h28l-4 14a5 5 0 0 1-5 3h-10a5 5 0 0 1-5-3z" />
        </g>
        <g stroke="var(--tea-7)" strokeWidth="2" strokeLinecap="round">
          <path d="M48 40h28M182 40h28" />
        </g>
        <g fill="none" stroke="#FFFDF6" strokeWidth="3" strokeLinecap="round" opacity=".95">
          <path d="M116-10c-8-10 8-18 0-30" />
          <path d="M138-12c-8-12 9-20 0-34" />
        </g>
      </g>
    </svg>
  )
}
