print({3, 1, 2}, set(), {5}, {"a"})
print(len({1, 1, 2}))
# expect: {1, 2, 3} set() {5} {'a'}
# expect: 2
