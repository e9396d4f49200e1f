from epython import offload

# Turn this function into a kernel. Each core gives back its own
# multiple of n: core 3 gives 3 * n.
@offload
def multiple(n):
    from parallel import coreid

    print("computing")
    return coreid() * n

values = multiple(7)

# Print how many values came back, and the largest of them.
print(len(values), "values, the largest", max(values))
