# A finally lets the exception go on.
try:
    try:
        print("body")
        raise ValueError("v")
    finally:
        print("cleanup")
except ValueError as e:
    print("caught", e)

# expect: body
# expect: cleanup
# expect: caught v
