// A QR code as one path of an SVG: no style and no script, so that a strict policy shows it, and paper too.
import qrcode from 'qrcode-generator';
import type { Html } from '../screen.ts';

const QUIET_MODULES = 4;

export const QrCode = ({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): Html => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET_MODULES;
  const squares = Array.from({ length: count * count }, (_, at) => {
    const [row, column] = [Math.floor(at / count), at % count];
    return code.isDark(row, column)
      ? `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`
      : '';
  });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
};
