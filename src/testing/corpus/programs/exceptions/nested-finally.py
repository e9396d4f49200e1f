# Nested finally blocks, inside out.
try:
    try:
        try:
            1 // 0
        finally:
            print("a")
    finally:
        print("b")
except ZeroDivisionError:
    print("c")
finally:
    print("d")

# expect: a
# expect: b
# expect: c
# expect: d
