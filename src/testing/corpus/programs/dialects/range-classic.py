# dialect: classic
print range(3)  # error: name-not-imported
