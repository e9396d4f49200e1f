def joined(a, b, c=""):
    return str(a) + str(b) + str(c)

numbers = [1, 2, 3]
letters = ("x", "y")
print(list(map(joined, numbers, letters))) # expect: ['1x', '2y']
for text in map(joined, numbers, letters, "!?#"):
    print(text)
# expect: 1x!
# expect: 2y?
print(list(map(joined, *[numbers, letters]))) # expect: ['1x', '2y']
print(max(map(lambda a, b: a * b, numbers, [5, 1, 1]))) # expect: 5
first, second = map(joined, letters, numbers)
print(first, second) # expect: x1 y2
apply = map
print(next(apply(joined, numbers, letters))) # expect: 1x
one_by_one = map(joined, iter([1]), iter([2, 3]))
print(next(one_by_one), next(one_by_one, "end")) # expect: 12 end
