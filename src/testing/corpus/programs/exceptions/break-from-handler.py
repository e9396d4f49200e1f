# break and continue out of a handler.
for i in [3, 0, 1, -1, 5]:
    try:
        if i < 0:
            raise ValueError("negative")
        print(6 // i)
    except ZeroDivisionError:
        print("skip")
        continue
    except ValueError as e:
        print(e)
        break
    print("next")
print("end", i)

# expect: 2
# expect: next
# expect: skip
# expect: 6
# expect: next
# expect: negative
# expect: end -1
