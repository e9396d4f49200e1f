# The usual loop that asks until it works.
answers = ["x", "", "7"]
k = 0
while True:
    try:
        n = int(answers[k])
        break
    except ValueError:
        print("again:", len(answers[k]))
    finally:
        k += 1
print(n, k)

# expect: again: 1
# expect: again: 0
# expect: 7 3
