numbers = [1, 2, 3, 4]
numbers[1:3] = "xy"
numbers[:0] = range(2)
numbers[1:2] = (n * n for n in range(3))
numbers[-1:] = {5: 0, 6: 0}
numbers[2:2] = {7}
print(numbers)
numbers[0:2] = numbers
print(numbers)
numbers[slice(0, 6)] = []
numbers[::2] = map(str, range(len(numbers[::2])))
print(numbers)
del numbers[slice(1)]
print(numbers)
try:
    numbers[0:1] = 5
except TypeError as error:
    print(error)
# expect: [0, 0, 7, 1, 4, 1, 'x', 'y', 5, 6]
# expect: [0, 0, 7, 1, 4, 1, 'x', 'y', 5, 6, 7, 1, 4, 1, 'x', 'y', 5, 6]
# expect: ['0', 'y', '1', 6, '2', 1, '3', 1, '4', 'y', '5', 6]
# expect: ['y', '1', 6, '2', 1, '3', 1, '4', 'y', '5', 6]
# expect: can only assign an iterable
