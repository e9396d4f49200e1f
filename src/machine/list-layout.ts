// A list or tuple in a core's memory: four words,
//
//   0   the tag of all its elements, or MIXED
//   1   length
//   2   capacity
//   3   address of the data: a word for each element, then, where the list is mixed, a byte of tag for each
//
// The data is a block of its own, so that a list can grow and stay the same list.
//
// Classic ePython's array of more than one dimension is a list of all its elements, row by row, with more words behind these;
// it is known by its block, which is longer:
//
//   4   how many dimensions
//   5   the length of each, one word a dimension

export const LIST_ELEMENTS = 0;
export const LIST_LENGTH = 1;
export const LIST_CAPACITY = 2;
export const LIST_DATA = 3;
export const LIST_BYTES = 16;
export const ARRAY_DIMENSIONS = 4;
export const ARRAY_LENGTHS = 5;
export const MIXED = 255;
