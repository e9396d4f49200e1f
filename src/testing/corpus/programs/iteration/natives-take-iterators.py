print(list(iter("ab")), sum(iter([1, 2])), max(iter([3, 9, 4])))
print("-".join(iter(["a", "b"])))
it = iter([5, 6, 7])
print(next(it), list(it), list(it))
# expect: ['a', 'b'] 3 9
# expect: a-b
# expect: 5 [6, 7] []
