# A handler in a called function leaves its caller alone.
def safe(text):
    try:
        return int(text)
    except ValueError:
        return None

print([safe(t) for t in ["1", "x", "3"]])

# expect: [1, None, 3]
