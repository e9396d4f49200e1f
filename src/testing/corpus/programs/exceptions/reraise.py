# A bare raise passes the exception on.
try:
    try:
        raise ValueError("again")
    except ValueError as e:
        print("first", e)
        raise
except ValueError as e:
    print("second", e)

# expect: first again
# expect: second again
