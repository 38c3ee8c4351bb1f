const lent = new Map<string, Uint32Array>();

/**
 * Room for numbers while a question is answered, which is within one tick: for some megabytes each time the garbage collector would
 * take as long as the answer. Whoever borrows for the same use next has the same room. What is in it, is left from before.
 */
export function scratch(use: 'rows' | 'within' | 'groups', length: number): Uint32Array {
  let room = lent.get(use);
  if (!room || room.length < length) {
    room = new Uint32Array(Math.ceil(length * 1.2));
    lent.set(use, room);
  }
  return room.subarray(0, length);
}
