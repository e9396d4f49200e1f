# Exceptions are returned and passed as values.
def check(n):
    if n < 0:
        return ValueError("negative")
    return None

def throw(e):
    raise e

problem = check(-1)
try:
    if problem is not None:
        throw(problem)
except ValueError as e:
    print(e is problem, e)

# expect: True negative
