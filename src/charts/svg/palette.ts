/** Lists colours on white. Each has a contrast of 4.5 or more, so that text may use it too. */
import type { Colour } from '../chart';

export const PALETTE: Readonly<Record<Colour, string>> = {
  blue: '#1b63b5',
  orange: '#b8500a',
  purple: '#7a3db8',
  green: '#1a7a3c',
  red: '#c02530',
  yellow: '#856300',
  foreground: '#3a424d',
  muted: '#667080',
};

export const BACKGROUND = '#ffffff';
export const TEXT = '#24292f';
export const QUIET_TEXT = '#59636e';
export const AXIS_LINE = '#8c959f';
export const GRID_LINE = '#e6e9ed';
