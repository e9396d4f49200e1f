# A handler in a loop keeps the loop's own state.
out = []
for word in ["1", "a", "2", "b", "3"]:
    for k in range(2):
        try:
            out.append(int(word) * k)
        except ValueError:
            out.append(word)
print(out)

# expect: [0, 1, 'a', 'a', 0, 2, 'b', 'b', 0, 3]
