# title: A first kernel
# look: The function runs on every core, and the host gets sixteen values. Try target=[1, 5] in the call.

from epython import offload

@offload
def add(a, b):
    print("adding")
    return a + b

print(add(10, 20))
