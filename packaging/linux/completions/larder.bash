# How a line that begins with larder goes on, in bash: `larder complete` knows.
_larder() {
    local words=() word line value quote="'\\''"
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        # bash makes three words of --list=NAME.
        if [[ $word == = && ${#words[@]} -gt 0 ]]; then
            words+=("")
            continue
        fi
        word=${word//[\\\"\']/}
        if [[ ${#words[@]} -gt 1 && -z ${words[-1]} ]]; then
            words[-1]=$word
        else
            words+=("$word")
        fi
    done
    COMPREPLY=()
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ $value == :files ]]; then
            compopt -o default
        elif [[ ${COMP_WORDS[COMP_CWORD]} == \'* ]]; then
            COMPREPLY+=("${value//\'/$quote}")
        elif [[ ${COMP_WORDS[COMP_CWORD]} == \"* ]]; then
            COMPREPLY+=("$(printf '%s' "$value" | sed 's/[\\"$`]/\\&/g')")
        else
            COMPREPLY+=("$(printf '%q' "$value")")
        fi
    done < <("$1" complete -- "${words[@]}" 2>/dev/null)
}
complete -F _larder larder
