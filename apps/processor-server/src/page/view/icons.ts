/** Lines on a 16 by 16 grid, for `icon`. */
export const icons = {
  pass: 'M3 8.5 6.5 12 13 4.5',
  annotate: 'M2.5 2.5h5l6 6-5 5-6-6zM5.5 5.5h.01',
  modify: 'M3 13l.7-3.2L11 2.5l2.5 2.5-7.3 7.3zM9.5 4l2.5 2.5',
  reject: 'M4 4l8 8M12 4l-8 8',
  fault: 'M8 3v6M8 12.5v.01',
  add: 'M8 3.5v9M3.5 8h9',
  remove: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  run: 'M5 3.5v9l7-4.5z',
} as const
