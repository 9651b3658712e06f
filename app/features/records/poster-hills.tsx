/** Tea terraces along the foot of a poster. */
export function PosterHills() {
  return (
    <svg className="hills" viewBox="0 0 1123 470" aria-hidden="true">
      <path d="M0 250C160 150 330 60 520 70S820 180 1123 60V470H0Z" fill="#EDF5EE" />
      <path d="M0 330C190 190 380 150 560 170S900 270 1123 150V470H0Z" fill="#D6E8DA" />
      <g fill="none" stroke="#FFFEFB" strokeWidth="2.5">
        <path d="M0 352C190 212 380 172 560 192S900 292 1123 172" />
        <path d="M0 376C190 236 380 196 560 216S900 316 1123 196" />
        <path d="M0 402C190 262 380 222 560 242S900 342 1123 222" />
      </g>
      <path d="M0 390C220 330 420 300 620 320S960 360 1123 300V470H0Z" fill="#B6D4BE" />
      <g fill="none" stroke="#DFEEE2" strokeWidth="2.5">
        <path d="M0 410C220 350 420 320 620 340S960 380 1123 320" />
        <path d="M0 432C220 372 420 342 620 362S960 402 1123 342" />
      </g>
    </svg>
  )
}
