/**
 * Guarantees that a suggestion of a finding is read without a problem, whatever the original text. Every parser of
 * the field table is wrapped in this.
 */
import { isIssue, type Issue, type Parse } from './outcome';

export function soundParser<T>(parse: Parse<T>): Parse<T> {
  return (text, key) => {
    const outcome = parse(text, key);
    return isIssue(outcome) ? { issue: soundIssue(outcome.issue, text, key, parse) } : outcome;
  };
}

function soundIssue<T>(issue: Issue, text: string, key: string, parse: Parse<T>): Issue {
  const isRead = (suggestion: string) => !isIssue<T>(parse(suggestion, key));
  // A comment needs a space before its sign. Without one it is a part of the value.
  const [beforeComment = ''] = text.split('#', 1);
  const comment = text.includes('#') && isRead(beforeComment) ? beforeComment.trim() : undefined;
  switch (issue.code) {
    case 'plan.value': {
      const { suggestion, ...args } = issue.args;
      if (comment !== undefined) {
        return { code: issue.code, args: { ...args, suggestion: comment, trap: 'comment' } };
      }
      const kept = suggestion !== undefined && isRead(suggestion) ? suggestion : undefined;
      return { code: issue.code, args: { ...args, suggestion: kept } };
    }
    case 'plan.unit': {
      const { suggestions, ...args } = issue.args;
      return comment === undefined
        ? { code: issue.code, args: { ...args, suggestions: suggestions.filter(isRead) } }
        : {
            code: issue.code,
            args: { ...args, problem: 'unknown', suggestions: [comment], trap: 'comment' },
          };
    }
    case 'plan.ambiguous': {
      const suggestions = issue.args.suggestions.filter(isRead);
      return { code: issue.code, args: { ...issue.args, suggestions } };
    }
    case 'plan.out-of-range':
      return issue;
  }
}
