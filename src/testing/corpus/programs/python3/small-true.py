x = true # error: undefined-name
