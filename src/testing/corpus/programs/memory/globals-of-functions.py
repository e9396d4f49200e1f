store = ["a"]
def add(x):
    store.append(x + str(len(store)))
    return store
for i in range(30): add("v")
print len(store), store[30]
# expect: 31 v30
