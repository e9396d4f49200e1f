import array
a = array.array(2, 3, 4)
print array.size(a), array.len(a), array.ndim(a), array.shape(a), array.nbytes(a)
# expect: 24 2 3 (2, 3, 4) 96
print array.size([]), array.ndim([1]), array.shape([1, "b"]), array.nbytes([1, "b"]), array.size([1, [2, 3], (4,)])
# expect: 0 1 (2,) 10 4
